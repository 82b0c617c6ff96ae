//! Nothing is half done: whatever fails, and whenever, those who come after bring every request to its end, once.
//!
//! [`town`] is the world, with a second store in [`billing`] and a folder in [`archive`], and what must hold at the end; [`fuse`] lets
//! the n-th call fail, and [`calls`] knows how many there are.

mod archive;
mod billing;
mod calls;
mod full;
mod fuse;
mod kill;
mod known;
mod lease;
mod links;
mod noted;
mod server;
mod steps;
mod town;
