//! The graph as text, for people and golden files. The same graph gives the same text.

use std::fmt::Write as _;

use super::{
    Call, Callee, Catch, ChildMode, Compare, Constant, ContextField, DataRule, Expr, ExprKind, Flow, Gather,
    Invocation, Missing, Mode, NullOrder, Output, Path, ResultRule, Retry, Root, ScopeId, Segment, Step, StepId,
    StepKind, Target, Task, Template, Truth, Wait,
};

/// The graph as text.
pub fn print(flow: &Flow) -> String {
    let mut printer = Printer { flow, text: String::new(), depth: 0 };
    printer.flow();
    printer.text
}

struct Printer<'a> {
    flow: &'a Flow,
    text: String,
    depth: usize,
}

impl Printer<'_> {
    fn line(&mut self, text: impl std::fmt::Display) {
        let _ = writeln!(self.text, "{:indent$}{text}", "", indent = self.depth * 2);
    }

    fn flow(&mut self) {
        let flow = self.flow;
        self.line(format_args!("flow {}", name(&flow.name)));
        self.depth = 1;
        if let Some(timeout) = flow.timeout {
            self.line(format_args!("timeout {timeout}s"));
        }
        for function in &flow.functions {
            self.line(format_args!("function {} = {}", name(&function.name), function.resource));
        }
        self.optional("input", flow.input.as_ref());
        self.optional("output", flow.output.as_ref());
        self.scope("body", flow.body());
    }

    fn scope(&mut self, what: &str, id: ScopeId) {
        let scope = self.flow.scope(id);
        let rule = match scope.data {
            DataRule::Accumulate => "",
            DataRule::Replace => " replace",
        };
        self.line(format_args!("{what}{rule} -> {}", self.target(scope.entry)));
        self.depth += 1;
        for step in &scope.steps {
            self.step(*step);
        }
        self.depth -= 1;
    }

    fn step(&mut self, id: StepId) {
        let step = self.flow.step(id);
        let kind = step.kind.word();
        let next = match &step.kind {
            StepKind::Choice { .. } | StepKind::Fail { .. } => String::new(), // their entries say it, or nothing does
            _ => format!(" -> {}", self.target(step.next)),
        };
        self.line(format_args!("{kind} {}{next}", name(&step.name)));
        self.depth += 1;
        self.optional("input", step.input.as_ref());
        self.kind(step);
        match &step.output {
            Output::Template(template) => self.line(format_args!("output {}", template_text(template))),
            Output::Result => self.line("output result"),
            Output::Input => self.line("output input"),
            Output::Empty => {}
        }
        self.optional("global", step.global.as_ref());
        for retry in &step.retry {
            self.retry(retry);
        }
        for catch in &step.catch {
            self.catch(catch);
        }
        self.depth -= 1;
    }

    fn kind(&mut self, step: &Step) {
        match &step.kind {
            StepKind::Task(task) => self.task(task),
            StepKind::Pass | StepKind::Succeed => {}
            StepKind::Wait(Wait::Seconds(expr)) => self.line(format_args!("seconds {}", expr_text(expr))),
            StepKind::Wait(Wait::Instant(expr)) => self.line(format_args!("until {}", expr_text(expr))),
            StepKind::Choice { entries, default } => {
                for entry in entries {
                    let what = format!("when {}", expr_text(&entry.condition));
                    self.entry(&what, entry.body, entry.target);
                }
                self.entry("default", default.body, default.target);
            }
            StepKind::Parallel { branches, gather } => {
                self.gather(*gather);
                for (at, branch) in branches.iter().enumerate() {
                    self.scope(&format!("branch {at}"), *branch);
                }
            }
            StepKind::Foreach(foreach) => {
                let key = |what: &str, key: &Option<String>| {
                    key.as_ref().map(|key| format!(" {what} {}", name(key))).unwrap_or_default()
                };
                self.line(format_args!(
                    "each of {}{}{} at most {}",
                    expr_text(&foreach.collection),
                    key("item", &foreach.item),
                    key("index", &foreach.index),
                    foreach.concurrency,
                ));
                self.gather(foreach.gather);
                self.scope("iteration", foreach.body);
            }
            StepKind::Fail { error, cause } => {
                self.line(format_args!(
                    "error {:?} {:?}",
                    error.as_deref().unwrap_or(""),
                    cause.as_deref().unwrap_or("")
                ));
            }
        }
    }

    fn entry(&mut self, what: &str, body: Option<ScopeId>, target: Target) {
        self.line(format_args!("{what} -> {}", self.target(target)));
        if let Some(body) = body {
            self.depth += 1;
            self.scope("steps", body);
            self.depth -= 1;
        }
    }

    fn gather(&mut self, gather: Gather) {
        match gather {
            Gather::Array => {}
            Gather::Branches => self.line("gather branches"),
            Gather::Items => self.line("gather items"),
        }
    }

    fn task(&mut self, task: &Task) {
        let call = match &task.call {
            Call::Function { function, argument, invocation, id } => {
                let verb = match invocation {
                    Invocation::Sync => "call",
                    Invocation::Async => "call async",
                };
                let id = id.as_ref().map(|it| format!(" as {}", expr_text(it))).unwrap_or_default();
                let function = match function {
                    Callee::Known(function) => name(&self.flow.function(*function).name),
                    Callee::Data(resource) => format!("whatever {} names", expr_text(resource)),
                };
                format!("{verb} {function}{id} {}", template_text(argument))
            }
            Call::Child { flow, execution, input, mode } => {
                let verb = match mode {
                    ChildMode::Start => "start",
                    ChildMode::Wait => "run",
                };
                let execution = execution.as_ref().map(|it| format!(" as {}", expr_text(it))).unwrap_or_default();
                format!("{verb} flow {}{execution} {}", expr_text(flow), template_text(input))
            }
        };
        self.line(call);
        match task.mode {
            Mode::RequestResponse => {}
            Mode::WaitForSystemCallback => self.line("wait for the job"),
            Mode::WaitForCallback => self.line("wait for callback"),
        }
        match task.result {
            ResultRule::Object => {}
            ResultRule::Body => self.line("result body"),
            ResultRule::Started => self.line("result started"),
            ResultRule::Any => self.line("result any"),
        }
        if let Some(timeout) = &task.timeout {
            self.line(format_args!("timeout {}", expr_text(timeout)));
        }
    }

    fn retry(&mut self, retry: &Retry) {
        let Retry { errors, interval, max_interval, max_attempts, multiplier, .. } = retry;
        self.line(format_args!(
            "retry [{}] {max_attempts} times after {interval}s times {multiplier} up to {max_interval}s",
            errors.join(", ")
        ));
    }

    fn catch(&mut self, catch: &Catch) {
        let output = match &catch.output {
            Output::Template(template) => format!(" output {}", template_text(template)),
            Output::Result => " output result".to_owned(),
            Output::Input => " output input".to_owned(),
            Output::Empty => String::new(),
        };
        self.line(format_args!("catch [{}] -> {}{output}", catch.errors.join(", "), self.target(catch.target)));
    }

    fn optional(&mut self, what: &str, template: Option<&Template>) {
        if let Some(template) = template {
            self.line(format_args!("{what} {}", template_text(template)));
        }
    }

    fn target(&self, target: Target) -> String {
        match target {
            Target::Step(id) => name(&self.flow.step(id).name),
            Target::End => "end".to_owned(),
        }
    }
}

/// A name, quoted where it could be taken for something else.
fn name(name: &str) -> String {
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
    if !name.is_empty() && name != "end" && name.chars().all(plain) { name.to_owned() } else { format!("{name:?}") }
}

fn template_text(template: &Template) -> String {
    match template {
        Template::Constant(constant) => constant_text(constant),
        Template::Expr(expr) => expr_text(expr),
        Template::Object(entries) => object(entries, template_text),
        Template::Array(items) => list(items, template_text),
    }
}

/// A constant as JSON.
pub(crate) fn constant_text(constant: &Constant) -> String {
    match constant {
        Constant::Null => "null".to_owned(),
        Constant::Bool(value) => value.to_string(),
        Constant::Integer(value) => value.to_string(),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Text(value) => format!("{value:?}"),
        Constant::Array(items) => list(items, constant_text),
        Constant::Object(entries) => object(entries, constant_text),
    }
}

fn list<T>(items: &[T], text: fn(&T) -> String) -> String {
    let items: Vec<_> = items.iter().map(text).collect();
    format!("[{}]", items.join(", "))
}

fn object<T>(entries: &[(String, T)], text: fn(&T) -> String) -> String {
    let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{}: {}", name(key), text(value))).collect();
    format!("{{{}}}", entries.join(", "))
}

fn expr_text(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Literal(constant) => constant_text(constant),
        ExprKind::Path(path) => path_text(path),
        ExprKind::And(left, right) => format!("({} && {})", expr_text(left), expr_text(right)),
        ExprKind::Or(left, right) => format!("({} || {})", expr_text(left), expr_text(right)),
        ExprKind::Not(operand) => format!("!{}", expr_text(operand)),
        ExprKind::Compare(compare) => {
            let Compare { relation, left, right, null } = &**compare;
            let relation = relation.sign();
            let strict = if *null == NullOrder::Fail { "!" } else { "" };
            format!("({} {relation}{strict} {})", expr_text(left), expr_text(right))
        }
        ExprKind::Bool(operand, truth) => {
            let strict = if *truth == Truth::Strict { "!" } else { "" };
            format!("bool{strict}({})", expr_text(operand))
        }
        ExprKind::JsonText(operand) => format!("json({})", expr_text(operand)),
        ExprKind::Text(operand) => format!("text({})", expr_text(operand)),
        ExprKind::Negative(operand) => format!("-{}", expr_text(operand)),
        ExprKind::In(item, collection) => format!("({} in {})", expr_text(item), expr_text(collection)),
        ExprKind::Call(call) => {
            let number = if call.function.is_random() { format!("#{}", call.number) } else { String::new() };
            let args: Vec<_> = call.args.iter().map(expr_text).collect();
            format!("{}{number}({})", call.function.name(), args.join(", "))
        }
        ExprKind::Object(entries) => object(entries, expr_text),
        ExprKind::FlowOf(operand) => format!("flow({})", expr_text(operand)),
    }
}

fn path_text(path: &Path) -> String {
    let mut text = match path.root {
        Root::ScopeInput => "$scope.input",
        Root::ScopeData => "$scope.data",
        Root::StepInput => "$input",
        Root::Result => "$result",
        Root::Caught => "$caught",
        Root::Global => "$global",
        Root::Context(field) => match field {
            ContextField::ExecutionName => "$context.execution.name",
            ContextField::FlowName => "$context.flow.name",
            ContextField::StepName => "$context.step.name",
            ContextField::StepEventId => "$context.step.eventId",
            ContextField::TaskToken => "$context.task.token",
            ContextField::ExecutionInput => "$context.execution.input",
            ContextField::RoleArn => "$context.execution.role",
            ContextField::RetryCount => "$context.task.retries",
        },
    }
    .to_owned();
    for segment in &path.segments {
        let _ = match segment {
            Segment::Key(key) => write!(text, ".{key}"),
            Segment::Index(index) => write!(text, "[{index}]"),
            Segment::Each => write!(text, "[*]"),
        };
    }
    if path.missing == Missing::Fail {
        text.push('!');
    }
    text
}
