//! Running children side by side: deterministic, and on any executor.
//!
//! Only children that were woken are polled, in the order of their index, each at most once a poll of the whole. So a
//! child that wakes itself lets the others and the engine work, and 100,000 children cost 100,000 times one. A child that
//! takes the slot of another comes after all that run already, as its index does: where children go on from what was kept
//! of them, all are polled from the first on, and act in the same order.

mod ready;

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context as Poller, Poll, Waker},
};

use self::ready::{Ready, Slot};
use crate::error::Res;

/// A child that is running, in a slot that is used again for the next one.
struct Running<Fut> {
    slot: Arc<Slot>,
    waker: Waker,
    item: usize,
    future: Pin<Box<Option<Fut>>>,
}

/// Runs `body` for each of `count` items, at most `limit` at once, and gives the results in order.
///
/// # Errors
///
/// The first failure; the other children are dropped then.
pub async fn foreach<O, Fut>(count: usize, limit: usize, body: impl Fn(usize) -> Fut + Send) -> Res<Vec<O>>
where
    Fut: Future<Output = Res<O>> + Send,
    O: Send,
{
    let ready = Arc::new(Ready::default());
    let mut results: Vec<Option<O>> = Vec::new();
    results.resize_with(count, || None);
    let mut running: Vec<Running<Fut>> = Vec::new();
    let mut woken: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut left = count;
    poll_fn(|cx: &mut Poller<'_>| {
        ready.listen(cx.waker());
        while next < count && running.len() < limit.max(1) {
            let slot = Slot::new(running.len(), &ready);
            let future = Box::pin(Some(body(next)));
            running.push(Running { waker: slot.waker(), slot, item: next, future });
            next += 1;
        }
        ready.take(&mut woken);
        woken.sort_unstable_by_key(|slot| running[*slot].item);
        // A child that was woken while it ended has left its successor in the same slot woken: once is enough.
        woken.dedup();
        let mut polled = 0;
        while let Some(&at) = woken.get(polled) {
            polled += 1;
            let child = &mut running[at];
            child.slot.rearm();
            let Some(future) = child.future.as_mut().as_pin_mut() else { continue };
            let Poll::Ready(result) = future.poll(&mut Poller::from_waker(&child.waker)) else { continue };
            results[child.item] = Some(result?);
            left -= 1;
            let following = (next < count).then(|| body(next));
            if following.is_some() {
                child.item = next;
                next += 1;
                woken.push(at);
            }
            child.future.set(following);
        }
        if left == 0 {
            return Poll::Ready(Res::Ok(()));
        }
        if !ready.is_empty() {
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    })
    .await?;
    Ok(results.into_iter().flatten().collect())
}

/// A future whose type does not name what it holds.
pub fn boxed<'a, T>(future: impl Future<Output = T> + Send + 'a) -> Pin<Box<dyn Future<Output = T> + Send + 'a>> {
    Box::pin(future)
}

/// Waits for the first of two; for the left one where both are there.
pub(crate) async fn race<A: Future, B: Future>(left: A, right: B) -> Result<A::Output, B::Output> {
    let (mut left, mut right) = (pin!(left), pin!(right));
    poll_fn(|cx| match left.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => right.as_mut().poll(cx).map(Err),
    })
    .await
}

/// Lets others work once.
pub(crate) async fn yield_once() {
    let mut yielded = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    };

    use tokio::sync::Semaphore;

    use super::*;
    use crate::error::{Halt, StepError};

    #[tokio::test]
    async fn results_come_in_order_whatever_the_order_of_completion() {
        let gates: Vec<_> = (0..5).map(|_| Semaphore::new(0)).collect();
        let all = foreach(5, 5, |index| {
            let gate = &gates[index];
            async move {
                let _permit = gate.acquire().await;
                Ok(index * 10)
            }
        });
        let open = async {
            for index in [3, 0, 4, 2, 1] {
                gates[index].add_permits(1);
                tokio::task::yield_now().await;
            }
        };
        let (all, ()) = tokio::join!(all, open);
        assert_eq!(all, Ok(vec![0, 10, 20, 30, 40]));
    }

    #[tokio::test]
    async fn no_more_than_the_limit_run_at_once() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let (now, most) = (&now, &most);
        let all = foreach(50, 7, |_| async move {
            most.fetch_max(now.fetch_add(1, SeqCst) + 1, SeqCst);
            tokio::task::yield_now().await;
            now.fetch_sub(1, SeqCst);
            Ok(())
        });
        assert_eq!(all.await.map(|all| all.len()), Ok(50));
        assert_eq!(most.load(SeqCst), 7);
    }

    #[tokio::test]
    async fn who_takes_the_place_of_another_comes_after_all_that_run() {
        let polled = Mutex::new(Vec::new());
        let polled = &polled;
        let all = foreach(7, 3, |index| async move {
            polled.lock().unwrap().push(index);
            if ![0, 4].contains(&index) {
                yield_once().await;
                polled.lock().unwrap().push(index);
            }
            Ok(())
        });
        all.await.unwrap();
        assert_eq!(*polled.lock().unwrap(), [0, 1, 2, 3, 1, 2, 3, 4, 5, 6, 5, 6]);
    }

    #[tokio::test]
    async fn of_two_failures_at_once_the_one_of_the_earlier_child_counts() {
        let failure = |index| Halt::Failed(StepError::new(format!("Bad{index}"), ""));
        let result = foreach(3, 2, |index| async move { if index == 0 { Ok(()) } else { Err(failure(index)) } });
        assert_eq!(result.await, Err(failure(1)));
    }

    #[tokio::test]
    async fn the_first_failure_ends_all() {
        let failure = Halt::Failed(StepError::new("Bad", "third"));
        let expected = failure.clone();
        let result = foreach(10, 10, |index| {
            let failure = failure.clone();
            async move { if index == 3 { Err(failure) } else { std::future::pending::<Res<()>>().await } }
        });
        assert_eq!(result.await, Err(expected));
    }

    #[tokio::test]
    async fn children_that_wake_themselves_leave_room_for_others() {
        let busy = foreach(2, 2, |_| async {
            loop {
                tokio::task::yield_now().await;
            }
            #[expect(unreachable_code, reason = "gives the block its type")]
            Res::Ok(())
        });
        let other = async {
            for _ in 0..10 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            _ = busy => unreachable!("it never ends"),
            () = other => {}
        }
    }

    #[tokio::test]
    async fn nothing_to_do_is_done_at_once() {
        assert_eq!(foreach(0, 0, |_| async { Res::Ok(1) }).await, Ok(vec![]));
        assert_eq!(foreach(2, 2, |index| async move { Res::Ok(index + 1) }).await, Ok(vec![1, 2]));
    }
}
