//! A new migration is a change of this crate, though no Rust file changed.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
