//! Loads features whose code stands in wasm files of their own.
//!
//! # Design
//!
//! A lazy feature is a struct of plain function pointers, given by one function
//! under `#[wasm_split]`; all that only they use is cut out of the first file.
//! It is loaded once, and its functions are called synchronously from then on.
//! Splitting functions one by one was rejected: it takes link names by hand, and
//! a call before the file is loaded traps.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::SplitLoaderError;

/// A feature could not be loaded; why stands in the browser's console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadError;

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> LoadError {
        LoadError
    }
}

/// Result of loading a feature.
pub type LoadResult<F> = Result<&'static F, LoadError>;

/// Starts loading a feature.
pub type Fetch<F> = fn() -> Pin<Box<dyn Future<Output = LoadResult<F>>>>;

/// How far the loading of a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadState {
    /// Nothing asked for it.
    NotLoaded,
    /// It was asked for.
    Loading,
    /// Its functions can be called.
    Loaded,
    /// It could not be loaded; asked for again, it is tried again.
    Failed,
}

/// A feature that is loaded when it is first needed. Natively it is ready at
/// once.
pub struct Lazy<F: 'static> {
    feature: OnceLock<&'static F>,
    progress: Mutex<Progress>,
    fetch: Fetch<F>,
}

/// Who waits for a feature, in the order in which they asked.
struct Progress {
    state: LoadState,
    waiting: Vec<Waker>,
}

impl<F: Sync> Lazy<F> {
    /// Makes a feature that this function loads.
    pub const fn new(fetch: Fetch<F>) -> Lazy<F> {
        let progress = Mutex::new(Progress { state: LoadState::NotLoaded, waiting: Vec::new() });
        Lazy { feature: OnceLock::new(), progress, fetch }
    }

    /// Returns the feature's functions, once they are loaded.
    pub fn get(&self) -> Option<&'static F> {
        if cfg!(not(target_arch = "wasm32"))
            && self.feature.get().is_none()
            && let Poll::Ready(result) = (self.fetch)().as_mut().poll(&mut Context::from_waker(Waker::noop()))
        {
            let _ = self.finish(result);
        }
        self.feature.get().copied()
    }

    /// Returns how far the loading is.
    pub fn state(&self) -> LoadState {
        if self.get().is_some() { LoadState::Loaded } else { self.progress().state }
    }

    /// Loads the feature, once however many ask for it; after a failure, anew.
    ///
    /// # Errors
    /// The file could not be fetched or is no good.
    pub async fn load(&self) -> LoadResult<F> {
        if self.begin() { self.finish((self.fetch)().await) } else { poll_fn(|task| self.wait(task)).await }
    }

    /// Does something with the result of loading the feature: at once where it
    /// is loaded.
    pub fn then(&'static self, act: impl FnOnce(LoadResult<F>) + 'static) {
        match self.get() {
            Some(feature) => act(Ok(feature)),
            None => yew::platform::spawn_local(async move { act(self.load().await) }),
        }
    }

    /// Does something once the feature is loaded, without asking for it: at once
    /// where it is loaded.
    pub fn when_loaded(&'static self, act: impl FnOnce(&'static F) + 'static) {
        if let Some(feature) = self.get() {
            return act(feature);
        }
        let act = Cell::new(Some(act));
        subscribe(move |_| {
            if let Some(feature) = self.get()
                && let Some(act) = act.take()
            {
                act(feature);
            }
        });
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether whoever asks is the first one, and is to fetch it.
    fn begin(&self) -> bool {
        let before = self.progress().state;
        let first = matches!(before, LoadState::NotLoaded | LoadState::Failed);
        if first {
            self.progress().state = LoadState::Loading;
            if before == LoadState::Failed {
                notify(LoadState::Loading);
            }
        }
        first
    }

    /// Waits until it is loaded or has failed.
    fn wait(&self, task: &Context) -> Poll<LoadResult<F>> {
        let mut progress = self.progress();
        if progress.state == LoadState::Loading {
            progress.waiting.push(task.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(self.feature.get().copied().ok_or(LoadError))
    }

    /// Keeps the result, and wakes who waits for it.
    fn finish(&self, result: LoadResult<F>) -> LoadResult<F> {
        let state = match result {
            Ok(feature) => {
                self.feature.get_or_init(|| feature);
                LoadState::Loaded
            }
            Err(LoadError) => LoadState::Failed,
        };
        let mut progress = self.progress();
        progress.state = state;
        let waiting = std::mem::take(&mut progress.waiting);
        drop(progress);
        notify(state);
        waiting.into_iter().for_each(Waker::wake);
        result
    }
}

type Subscriber = Rc<dyn Fn(LoadState)>;

thread_local! {
    static SUBSCRIBERS: RefCell<Vec<Subscriber>> = const { RefCell::new(Vec::new()) };
}

/// Calls back whenever a feature is loaded, has failed, or is tried again:
/// before whoever waits for it goes on.
pub fn subscribe(callback: impl Fn(LoadState) + 'static) {
    SUBSCRIBERS.with_borrow_mut(|subscribers| subscribers.push(Rc::new(callback)));
}

fn notify(state: LoadState) {
    let subscribers = SUBSCRIBERS.with_borrow(Clone::clone);
    subscribers.iter().for_each(|callback| callback(state));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static FEATURE: u8 = 7;
    static CALLS: AtomicUsize = AtomicUsize::new(0);

    /// Fails the first time, and is ready the second time it is polled.
    fn fetch() -> Pin<Box<dyn Future<Output = LoadResult<u8>>>> {
        let mut polls = 0;
        let call = CALLS.fetch_add(1, Ordering::Relaxed);
        Box::pin(poll_fn(move |task| {
            polls += 1;
            if polls == 1 {
                task.waker().wake_by_ref();
                return Poll::Pending;
            }
            Poll::Ready(if call == 0 { Err(LoadError) } else { Ok(&FEATURE) })
        }))
    }

    #[test]
    fn all_who_wait_get_one_result_and_a_failure_is_tried_again() {
        static LAZY: Lazy<u8> = Lazy::new(fetch);
        let mut task = Context::from_waker(Waker::noop());
        for expected in [Err(LoadError), Ok(&FEATURE)] {
            let (mut first, mut second) = (Box::pin(LAZY.load()), Box::pin(LAZY.load()));
            let before = CALLS.load(Ordering::Relaxed);
            assert!(first.as_mut().poll(&mut task).is_pending());
            assert!(second.as_mut().poll(&mut task).is_pending());
            assert_eq!(first.as_mut().poll(&mut task), Poll::Ready(expected));
            assert_eq!(second.as_mut().poll(&mut task), Poll::Ready(expected));
            assert_eq!(CALLS.load(Ordering::Relaxed), before + 1);
        }
        assert_eq!((LAZY.get(), LAZY.state()), (Some(&FEATURE), LoadState::Loaded));
    }

    #[test]
    fn natively_a_feature_is_ready_at_once() {
        static READY: Lazy<u8> = Lazy::new(|| Box::pin(async { Ok(&FEATURE) }));
        assert_eq!(READY.get(), Some(&FEATURE));
    }
}
