//! Lines of a file whose column, or which itself, is called otherwise by now: nobody can tell whether they went.

use super::*;

/// The archive's steps, in a file of this name.
async fn steps(file: &str, edge: &str, text: &str) -> (House, Id, std::path::PathBuf) {
    let map = lines(edge).replace("*.csv", file);
    let house = House::new(&[CENTRE, &map], None).await;
    let folder = house.folder.path().join("archive");
    std::fs::remove_file(folder.join("steps.csv")).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    let id = house.erase("r1", "anna@example.org").await;
    house.waits_for_hands(&id).await;
    (house, id, folder)
}

const STEPS: &str = "call,step\n10,x\n12,y\n10,z\n";

#[tokio::test]
async fn lines_whose_column_is_renamed_are_not_taken_for_gone() {
    // Noted by what leads to them, and by their place.
    for edge in ["", "when = [{ column = \"step\", is = \"x\" }],"] {
        let (house, id, folder) = steps("steps.csv", edge, STEPS).await;
        for header in ["CALL,STEP", " call, step"] {
            let text = STEPS.replacen("call,step", header, 1);
            std::fs::write(folder.join("steps.csv"), text).unwrap();
            house.said(&id, TODAY).await;
            house.waits_for_hands(&id).await;
            assert!(house.told(&id, "hand-needed").await["left"]["steps.csv"].as_u64() > Some(0));
        }
        std::fs::write(folder.join("steps.csv"), "call,step\n12,y\n").unwrap();
        house.said(&id, TODAY).await;
        house.is_done(&id).await;
    }
}

#[tokio::test]
async fn lines_whose_file_is_renamed_are_not_taken_for_gone() {
    let json = "{\"call\":10}\n{\"call\":12}\n";
    for (file, other, text) in
        [("steps.csv", "steps-old.csv", STEPS), ("steps.jsonl", "old/steps.jsonl", json)]
    {
        let (house, id, folder) = steps(file, "", text).await;
        std::fs::create_dir(folder.join("old")).unwrap();
        std::fs::rename(folder.join(file), folder.join(other)).unwrap();
        house.said(&id, TODAY).await;
        house.waits_for_hands(&id).await;
        // Whoever deletes the file has seen to it.
        std::fs::remove_file(folder.join(other)).unwrap();
        house.said(&id, TODAY).await;
        house.is_done(&id).await;
    }
}
