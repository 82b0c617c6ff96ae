//! Tests that cross crates; one file a subject.
