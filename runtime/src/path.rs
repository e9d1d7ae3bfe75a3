//! Structural identity: where in a flow something happens.

use std::fmt::{self, Write as _};

/// A step of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its name in the definition.
    pub name: &'static str,
    /// Where it stands: `order.yaml:12`.
    pub place: &'static str,
}

/// Where in an execution something happens: a chain of borrowed segments, written out only by engines that keep rows.
///
/// `pick@1[3]/label@1#2` is attempt 2 of step `label`, entered for the first time in iteration 3 of the first visit of
/// step `pick`.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    above: Option<&'a Path<'a>>,
    segment: Segment,
}

/// The last part of a path.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// The body of the flow.
    Flow,
    /// A step, and its how manieth visit this is, from 1.
    Step(&'static Step, u32),
    /// The steps of an entry of a choice, from 0; the default comes after the last entry.
    Entry(u32),
    /// A branch of a parallel step, from 0.
    Branch(u32),
    /// An iteration of a foreach step, from 0.
    Item(u32),
    /// An attempt of a task, from 1.
    Attempt(u32),
}

impl Segment {
    /// The number in it; 0 where there is none.
    pub const fn number(&self) -> u32 {
        match self {
            Self::Flow => 0,
            Self::Step(_, number)
            | Self::Entry(number)
            | Self::Branch(number)
            | Self::Item(number)
            | Self::Attempt(number) => *number,
        }
    }
}

impl Path<'static> {
    /// The body of a flow.
    pub const ROOT: Self = Path { above: None, segment: Segment::Flow };
}

impl<'a> Path<'a> {
    /// The path one segment further down.
    #[must_use]
    #[inline]
    pub const fn at<'b>(&'b self, segment: Segment) -> Path<'b>
    where
        'a: 'b,
    {
        Path { above: Some(self), segment }
    }

    /// The path without its last segment; none above the body of the flow.
    pub const fn above(&self) -> Option<&'a Path<'a>> {
        self.above
    }

    /// The last segment.
    pub const fn segment(&self) -> Segment {
        self.segment
    }

    /// The path without the number of an attempt.
    pub(crate) fn at_step(&self) -> &Self {
        match (self.segment, self.above) {
            (Segment::Attempt(_), Some(step)) => step,
            _ => self,
        }
    }

    /// The path of a branch of the step, or of an attempt of it.
    #[must_use]
    #[inline]
    pub const fn branch(&self, number: u32) -> Path<'_> {
        self.at(Segment::Branch(number))
    }

    /// The path of an iteration of the step, or of an attempt of it.
    #[must_use]
    #[inline]
    pub fn item(&self, number: usize) -> Path<'_> {
        self.at(Segment::Item(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// The nearest step on the way up.
    pub fn step(&self) -> Option<&'static Step> {
        let mut path = self;
        loop {
            if let Segment::Step(step, _) = path.segment {
                return Some(step);
            }
            path = path.above?;
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.segment {
            Segment::Flow => Ok(()),
            Segment::Step(step, visit) => {
                if !matches!(self.above, None | Some(Path { segment: Segment::Flow, .. })) {
                    f.write_char('/')?;
                }
                for c in step.name.chars() {
                    match c {
                        // What has a meaning in a path is written as in a URL.
                        '/' | '@' | '#' | '[' | ']' | '(' | ')' | '%' => write!(f, "%{:02X}", c as u32)?,
                        c => f.write_char(c)?,
                    }
                }
                write!(f, "@{visit}")
            }
            Segment::Entry(number) | Segment::Branch(number) => write!(f, "({number})"),
            Segment::Item(item) => write!(f, "[{item}]"),
            Segment::Attempt(attempt) => write!(f, "#{attempt}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_from_the_flow_down() {
        static PICK: Step = Step { name: "pick", place: "" };
        static LABEL: Step = Step { name: "a/b@2", place: "" };
        let pick = Path::ROOT.at(Segment::Step(&PICK, 1));
        let item = pick.at(Segment::Item(3));
        let label = item.at(Segment::Step(&LABEL, 1));
        assert_eq!(label.at(Segment::Attempt(2)).to_string(), "pick@1[3]/a%2Fb%402@1#2");
        assert_eq!(Path::ROOT.to_string(), "");
    }
}
