//! Pictures of a flow: Mermaid, DOT and SVG from one model of nodes, groups and edges.
//!
//! Nothing is left out: each step is one node, each way that control can go is one edge. What runs side by side, again
//! and again, or only in one case of a choice stands in a box of its own.

mod model; // nodes, groups, edges

mod build; // IR -> model

mod ids; // names that every format can take

mod text; // conditions, names, and lines

mod mermaid;

mod dot;

mod svg;

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use self::model::Graph;
use crate::{diagnostics::Diagnostics, ir::Flow, source::SourceFile};

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A flowchart of Mermaid, which Markdown shows in many places.
    Mermaid,
    /// A digraph for Graphviz.
    Dot,
    /// A picture that needs nothing else: no fonts, no scripts, no style sheet.
    Svg,
}

impl Format {
    /// All formats.
    pub const ALL: &[Self] = &[Self::Mermaid, Self::Dot, Self::Svg];

    /// The word for the format, as [`FromStr`] takes it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mermaid => "mermaid",
            Self::Dot => "dot",
            Self::Svg => "svg",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.iter().copied().find(|format| format.word() == word).ok_or(UnknownFormat(()))
    }
}

/// There is no format of pictures with this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFormat(());

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected `mermaid`, `dot` or `svg`")
    }
}

impl std::error::Error for UnknownFormat {}

/// Draws a definition, or gives all that is wrong with it.
///
/// ```
/// use flowsmith_compiler::{SourceFile, graph};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let svg = graph::draw(&source, graph::Format::Svg).unwrap();
/// assert!(svg.starts_with("<svg ") && svg.contains("hello"));
/// ```
///
/// # Errors
///
/// The definition has errors: these, with all other findings.
pub fn draw(source: &SourceFile, format: Format) -> Result<String, Diagnostics> {
    let (flow, _) = crate::analyze(source)?;
    Ok(render(&flow, format))
}

/// Draws a flow. The same flow gives the same text, which ends with a line break.
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze, graph};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let (flow, _) = analyze(&source).unwrap();
/// let format = "dot".parse().unwrap();
/// assert_eq!(graph::render(&flow, format), graph::dot(&flow));
/// ```
#[must_use]
pub fn render(flow: &Flow, format: Format) -> String {
    match format {
        Format::Mermaid => mermaid(flow),
        Format::Dot => dot(flow),
        Format::Svg => svg(flow),
    }
}

/// Draws a flow as a flowchart of Mermaid.
///
/// It stands in the documentation of a generated module, too. rustdoc shows it as text; with Mermaid at hand it is drawn,
/// if `RUSTDOCFLAGS="--html-in-header header.html"` adds this to each page:
///
/// ```html
/// <script src="mermaid.min.js"></script>
/// <script>
///   addEventListener("DOMContentLoaded", () => {
///     for (const it of document.querySelectorAll("pre.language-mermaid")) {
///       it.replaceChildren(it.textContent);
///       it.className = "mermaid";
///     }
///     mermaid.run();
///   });
/// </script>
/// ```
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze, graph};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let (flow, _) = analyze(&source).unwrap();
/// let text = graph::mermaid(&flow);
/// assert!(text.starts_with("flowchart TD\n"));
/// assert!(text.contains("start --> s_hello\n"));
/// ```
#[must_use]
pub fn mermaid(flow: &Flow) -> String {
    mermaid::print(&Graph::new(flow))
}

/// Draws a flow as a digraph for Graphviz.
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze, graph};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let (flow, _) = analyze(&source).unwrap();
/// assert!(graph::dot(&flow).contains("start -> s_hello"));
/// ```
#[must_use]
pub fn dot(flow: &Flow) -> String {
    dot::print(&Graph::new(flow))
}

/// Draws a flow as SVG.
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze, graph};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let (flow, _) = analyze(&source).unwrap();
/// assert!(graph::svg(&flow).ends_with("</svg>\n"));
/// ```
#[must_use]
pub fn svg(flow: &Flow) -> String {
    svg::print(&Graph::new(flow))
}
