//! What stands in the book is so. `UPDATE=1` writes what is generated: the samples and findings in the chapters, and the
//! chapter on codes.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read the chapters")]

mod chapters; // the files of the book, and the blocks in them

mod samples; // definitions and findings in chapters

mod codes; // the chapter on codes

mod readme; // the code in the READMEs

mod mistakes; // what an example says is found in its definition

mod decisions; // every decision about the language has its reason

mod links; // links and headings, the list of chapters
