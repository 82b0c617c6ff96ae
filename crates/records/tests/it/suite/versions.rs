//! Published versions.

use abide_policy::text::Id;
use abide_policy::version::Hash;
use abide_records::{Error, New, Outcome, Recorded, Records};
use jiff::civil::{Date, date};

use super::{Place, join_all};

pub(crate) async fn run<P: Place>(new_place: impl Fn() -> P) {
    empty_at_first(&new_place()).await;
    what_is_recorded_is_read_back(&new_place()).await;
    the_same_again_is_already_there(&new_place()).await;
    another_text_is_a_conflict_and_changes_nothing(&new_place()).await;
    without_commit_nothing_happened(&new_place()).await;
    all_or_nothing(&new_place()).await;
    committed_versions_survive_reopening(&new_place()).await;
    many_writers_record_one(&new_place()).await;
    readers_see_only_what_is_committed(&new_place()).await;
    hostile_texts_come_back_byte_for_byte(&new_place()).await;
}

/// A version to be recorded, with its own strings.
struct Sample {
    name: Id,
    version: Id,
    effective: Date,
    source: String,
}

impl Sample {
    fn new(name: &str, version: &str, source: &str) -> Self {
        Self {
            name: name.parse().unwrap(),
            version: version.parse().unwrap(),
            effective: date(2026, 1, 31),
            source: source.to_owned(),
        }
    }
    fn as_new(&self) -> New<'_> {
        New {
            name: &self.name,
            version: &self.version,
            effective: self.effective,
            hash: Hash::of(&self.source),
            source: &self.source,
            recorded_at: 1_790_000_000,
        }
    }
    fn as_recorded(&self) -> Recorded {
        Recorded {
            name: self.name.clone(),
            version: self.version.clone(),
            effective: self.effective,
            hash: Hash::of(&self.source),
            source: self.source.clone(),
            recorded_at: 1_790_000_000,
        }
    }
}

async fn record(records: &Records, sample: &Sample) -> Result<Outcome, Error> {
    let mut writing = records.write().await?;
    let outcome = writing.record(&sample.as_new()).await?;
    writing.commit().await?;
    Ok(outcome)
}

async fn empty_at_first(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.all().await.unwrap(), []);
    assert_eq!(records.versions(&"site".parse().unwrap()).await.unwrap(), []);
}

async fn what_is_recorded_is_read_back(place: &impl Place) {
    let records = place.open().await;
    let samples = [
        Sample::new("site", "2", "b"),
        Sample::new("service", "1", "c"),
        Sample::new("site", "1", "a"),
    ];
    for sample in &samples {
        assert_eq!(record(&records, sample).await, Ok(Outcome::New));
    }
    let expected: Vec<Recorded> = samples.iter().map(Sample::as_recorded).collect();
    assert_eq!(records.all().await.unwrap(), expected);
    let of_site = records.versions(&"site".parse().unwrap()).await.unwrap();
    let versions: Vec<&str> = of_site.iter().map(|v| v.version.as_str()).collect();
    assert_eq!(versions, ["2", "1"], "in the order of recording");
}

async fn the_same_again_is_already_there(place: &impl Place) {
    let records = place.open().await;
    let sample = Sample::new("site", "1", "text");
    assert_eq!(record(&records, &sample).await, Ok(Outcome::New));
    assert_eq!(record(&records, &sample).await, Ok(Outcome::AlreadyThere));
    assert_eq!(records.all().await.unwrap().len(), 1);
}

async fn another_text_is_a_conflict_and_changes_nothing(place: &impl Place) {
    let records = place.open().await;
    let first = Sample::new("site", "1", "first");
    assert_eq!(record(&records, &first).await, Ok(Outcome::New));
    let second = Sample::new("site", "1", "second");
    let conflict = Outcome::Conflict { recorded: Hash::of("first") };
    assert_eq!(record(&records, &second).await, Ok(conflict));
    assert_eq!(records.all().await.unwrap(), [first.as_recorded()]);
}

async fn without_commit_nothing_happened(place: &impl Place) {
    let records = place.open().await;
    let sample = Sample::new("site", "1", "text");
    let mut writing = records.write().await.unwrap();
    assert_eq!(writing.record(&sample.as_new()).await, Ok(Outcome::New));
    drop(writing);
    assert_eq!(records.all().await.unwrap(), []);
    assert_eq!(record(&records, &sample).await, Ok(Outcome::New), "the next writer can write");
}

async fn all_or_nothing(place: &impl Place) {
    let records = place.open().await;
    let (a, b) = (Sample::new("site", "1", "a"), Sample::new("site", "2", "b"));
    let mut writing = records.write().await.unwrap();
    assert_eq!(writing.record(&a.as_new()).await, Ok(Outcome::New));
    assert_eq!(writing.record(&a.as_new()).await, Ok(Outcome::AlreadyThere), "sees its own");
    assert_eq!(writing.record(&b.as_new()).await, Ok(Outcome::New));
    writing.commit().await.unwrap();
    assert_eq!(records.all().await.unwrap(), [a.as_recorded(), b.as_recorded()]);
}

async fn committed_versions_survive_reopening(place: &impl Place) {
    let sample = Sample::new("site", "1", "text");
    let records = place.open().await;
    assert_eq!(record(&records, &sample).await, Ok(Outcome::New));
    let again = place.open().await;
    assert_eq!(
        again.all().await.unwrap(),
        [sample.as_recorded()],
        "while it is still open elsewhere"
    );
    records.close().await.unwrap();
    again.close().await.unwrap();
    assert!(records.all().await.is_err(), "closed is closed");
    let again = place.open().await;
    assert_eq!(again.all().await.unwrap(), [sample.as_recorded()]);
}

async fn many_writers_record_one(place: &impl Place) {
    let (one, two) = (place.open().await, place.open().await);
    let sample = Sample::new("site", "1", "text");
    let tries = (0..16).map(|i| {
        let records: &Records = if i % 2 == 0 { &one } else { &two };
        record(records, &sample)
    });
    let mut new = 0;
    for outcome in join_all(tries).await {
        new += usize::from(outcome.unwrap() == Outcome::New);
    }
    assert_eq!(new, 1);
    assert_eq!(one.all().await.unwrap().len(), 1);
}

async fn readers_see_only_what_is_committed(place: &impl Place) {
    let records = place.open().await;
    let sample = Sample::new("site", "1", "text");
    let mut writing = records.write().await.unwrap();
    assert_eq!(writing.record(&sample.as_new()).await, Ok(Outcome::New));
    assert_eq!(records.all().await.unwrap(), [], "reading does not wait for the writer");
    writing.commit().await.unwrap();
    assert_eq!(records.all().await.unwrap().len(), 1);
}

async fn hostile_texts_come_back_byte_for_byte(place: &impl Place) {
    let records = place.open().await;
    let long = "ä".repeat(500_000);
    let texts = ["", "\0", "a\r\nb", "'); DROP TABLE policy_version; --", "\u{feff}x", &long];
    for (i, text) in texts.iter().enumerate() {
        assert_eq!(
            record(&records, &Sample::new("site", &i.to_string(), text)).await,
            Ok(Outcome::New)
        );
    }
    let read: Vec<String> = records.all().await.unwrap().into_iter().map(|v| v.source).collect();
    assert_eq!(read, texts);
}
