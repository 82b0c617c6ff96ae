//! Files that are cut off, damaged or made to harm.

use super::*;

#[test]
fn what_is_cut_off_is_refused() {
    for (name, bytes) in [
        ("wav", wav_of(&STEREO, &signal())),
        ("flac", FLAC.into()),
        ("ogg", OGG.into()),
        ("opus", OPUS.into()),
    ] {
        for end in (0..bytes.len()).step_by(397).chain([bytes.len() - 1]) {
            assert!(surveyed(&bytes[..end]).is_err(), "{name} of {end} bytes");
        }
    }
    for end in (0..MP3.len() - 600).step_by(397).chain([MP3.len() - 1]) {
        assert!(surveyed(&MP3[..end]).is_err(), "mp3 of {end} bytes");
    }
    // Frames of 144 bytes, without a head that says how many: whole frames are whole.
    let mut passed = 0;
    for end in (1_000..PLAIN_MP3.len()).step_by(37) {
        passed += usize::from(surveyed(&PLAIN_MP3[..end]).is_ok());
    }
    assert!(passed < 5, "{passed} cut ends were not seen");
}

#[test]
fn errors_say_what_and_where() {
    let wav = wav_of(&STEREO, &signal());
    let mut damaged = FLAC.to_vec();
    damaged[5_000] ^= 0x55;
    let mut checksum = FLAC.to_vec();
    checksum[8 + 18] ^= 1;
    let mut wide = wav.clone();
    wide[22] = 17;
    let mut slow = wav.clone();
    slow[24..28].copy_from_slice(&1_u32.to_le_bytes());
    let mut gsm = wav.clone();
    gsm[20] = 0x31;
    let cases: [(&[u8], &str); 8] = [
        (b"", "no known sound"),
        (b"hello, this is a letter and no sound at all", "no known sound"),
        (&wav[..20_000], "cut off"),
        (&damaged, " s: fetch the whole file again"),
        (&checksum, "not the sound of its checksum at 1.5 s"),
        (&wide, "17 channels"),
        (&slow, "1 samples a second"),
        (&gsm, "give WAV, MP3, FLAC, Opus or Vorbis"),
    ];
    for (bytes, want) in cases {
        let error = surveyed(bytes).unwrap_err().to_string();
        assert!(error.contains(want), "{want}: {error}");
    }
}

#[test]
fn two_recordings_in_one_file_are_refused() {
    let twice = [OGG, OGG].concat();
    assert!(surveyed(&twice).is_err());
    let twice = [MP3, MP3].concat();
    let error = surveyed(&twice).unwrap_err().to_string();
    assert!(error.contains("more sound than its head says"), "{error}");
}

#[test]
fn nothing_is_written_of_what_cannot_be_read() {
    let wav = wav_of(&STEREO, &signal());
    let survey = surveyed(&wav).unwrap();
    let shorter = wav_of(&STEREO, &signal()[..16_000]);
    let mut out = Vec::new();
    let error = redact(
        &mut Cursor::new(&shorter),
        &survey,
        &Spans::default(),
        Filling::Silence,
        &mut out,
        &mut |_| (),
    );
    assert!(error.unwrap_err().to_string().contains("changed while it was read"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Some bytes of a recording are others: an error or sound, never a panic or a longer time.
    #[test]
    fn damage_is_survived(
        which in 0_usize..6,
        changes in proptest::collection::vec((0_usize..14_000, any::<u8>()), 1..8),
    ) {
        let wav = wav_of(&STEREO, &signal());
        let mut bytes = [&wav, FLAC, OGG, MP3, PLAIN_MP3, OPUS][which].to_vec();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Ok(survey) = surveyed(&bytes) {
            prop_assert!(survey.frames < 10_000_000);
        }
    }
}
