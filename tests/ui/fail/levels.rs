// A warning is an error where that is asked for; a level that does not exist is shown beside.
flowsmith::flow!(path = "levels.yaml", deny(F0301), allow(F0111, F9999, F0201));

// Not shown, so that nothing is wrong.
flowsmith::flow!(path = "levels.yaml", mod = quiet, deny(warnings), allow(F0301, F0111));

fn main() {
    let _ = levels::Flow::remote();
}
