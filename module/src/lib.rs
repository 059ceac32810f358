//! The WebAssembly module of the npm package: the bindings of `edge-jwt`, and what a program has that
//! a library has not, an allocator and an end for panics.
//!
//! It has no code of its own. Being a crate of its own it is optimised as a whole when it is linked, and
//! without `std` it has none of the code that words panics, which nobody would read.
#![cfg(target_arch = "wasm32")]
#![no_std]
#![forbid(unsafe_code)]

use dlmalloc::GlobalDlmalloc;
// What it exports to JavaScript.
use edge_jwt as _;

#[global_allocator]
static ALLOCATOR: GlobalDlmalloc = GlobalDlmalloc;

/// Stops the instance at once. JavaScript sees a `RuntimeError`, and the package asks it nothing any more.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
