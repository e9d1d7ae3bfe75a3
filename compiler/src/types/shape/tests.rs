use super::{Expanded, Field, Presence, Shape};
use crate::ir::Segment;

fn names() -> Expanded {
    Expanded::default()
}

fn key(key: &str) -> Segment {
    Segment::Key(key.to_owned())
}

#[test]
fn a_join_holds_both() {
    let (text, number) = (Shape::constant("a"), Shape::Integer(1, 1));
    let object = Shape::object([("k", number.clone())]);
    for (left, right, joined) in [
        (Shape::Never, text.clone(), text.clone()),
        (Shape::Any, text.clone(), Shape::Any),
        (text.clone(), Shape::constant("b"), Shape::Text(Some(["a".to_owned(), "b".to_owned()].into()))),
        (text.clone(), Shape::TEXT, Shape::TEXT),
        (Shape::Timestamp, text.clone(), Shape::TEXT),
        (number.clone(), Shape::Integer(-3, -3), Shape::Integer(-3, 1)),
        (number.clone(), Shape::Number, Shape::Number),
        (text.clone(), number.clone(), Shape::OneOf([number.clone(), text.clone()].into())),
        (Shape::array(Shape::Never), Shape::array(Shape::Null), Shape::array(Shape::Null)),
        (
            object.clone(),
            Shape::empty(),
            Shape::record([("k".into(), Field { shape: number.clone(), always: false })].into(), Shape::Never),
        ),
        (object.clone(), Shape::open(), Shape::open()),
    ] {
        assert_eq!(left.join(&right, &names()), joined, "{left:?} {right:?}");
        assert_eq!(right.join(&left, &names()), joined, "{right:?} {left:?}");
        assert_eq!(joined.join(&left, &names()), joined, "{joined:?} {left:?}");
    }
}

#[test]
fn what_always_lies_above_hides_what_is_below() {
    let below = Shape::object([("a", Shape::Null), ("b", Shape::Bool)]);
    let above = Shape::object([("a", Shape::TEXT)]);
    assert_eq!(below.under(&above, &names()), Shape::object([("a", Shape::TEXT), ("b", Shape::Bool)]));
    let maybe = above.join(&Shape::empty(), &names());
    let both = Shape::OneOf([Shape::Null, Shape::TEXT].into());
    assert_eq!(below.under(&maybe, &names()), Shape::object([("a", both), ("b", Shape::Bool)]));
    assert_eq!(below.under(&Shape::empty(), &names()), below);
    assert_eq!(Shape::empty().under(&below, &names()), below);
}

#[test]
fn paths_say_where_they_are_lost() {
    let inner = Shape::object([("id", Shape::TEXT)]);
    let object = Shape::object([("list", Shape::array(inner.clone())), ("any", Shape::Any), ("n", Shape::Number)]);
    for (path, shape, presence, lost) in [
        (vec![], object.clone(), Presence::Always, None),
        (vec![key("n")], Shape::Number, Presence::Always, None),
        (vec![key("any"), key("x")], Shape::Any, Presence::Unknown, None),
        (vec![key("no"), key("x")], Shape::Never, Presence::Never, Some(0)),
        (vec![key("n"), key("x")], Shape::Never, Presence::Never, Some(1)),
        (vec![key("list"), Segment::Index(0), key("id")], Shape::TEXT, Presence::Unknown, None),
        (vec![key("list"), Segment::Each, key("id")], Shape::array(Shape::TEXT), Presence::Always, None),
        (vec![key("list"), Segment::Each, key("no")], Shape::array(Shape::Never), Presence::Always, Some(2)),
        (vec![key("no"), Segment::Each], Shape::array(Shape::Never), Presence::Always, Some(0)),
    ] {
        let found = object.find(&path, &names());
        assert_eq!((found.shape, found.presence), (shape, presence), "{path:?}");
        assert_eq!(found.lost.map(|lost| lost.at), lost, "{path:?}");
    }
    let maybe = object.join(&Shape::empty(), &names());
    assert_eq!(maybe.find(&[key("n")], &names()).presence, Presence::Maybe);
}

#[test]
fn no_shape_is_deeper_or_larger_than_some_bound() {
    let mut deep = Shape::Null;
    for _ in 0..50 {
        deep = Shape::object([("k", deep)]).bounded();
    }
    assert_eq!(format!("{deep:?}").matches("Record").count(), 9);
    // Each is twice as large as the one before, though no more memory.
    let mut wide = Shape::object((0..50).map(|key| (format!("k{key}"), Shape::Null)));
    for _ in 0..7 {
        wide = Shape::object((0..50).map(|key| (format!("k{key}"), wide.clone()))).bounded();
    }
    assert!(format!("{wide:?}").len() < 1_000_000);
}
