//! The loader of lazy features: code in a wasm file other than the page's first.
//!
//! # Design
//!
//! A lazy feature is a struct of plain function pointers, returned by one function
//! under `#[wasm_split]`. It is loaded once, and from then on its functions are
//! called synchronously. Splitting off single functions was rejected: it takes a
//! list of link names kept by hand, and a call before the file is loaded traps.

use crate::platform;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::SplitLoaderError;

/// The error that a feature could not be loaded. The browser's console shows why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadError;

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> LoadError {
        LoadError
    }
}

/// The result of loading a feature: its functions.
pub type LoadResult<F> = Result<&'static F, LoadError>;

/// The function that fetches the file of a feature and returns its functions.
pub type Fetch<F> = fn() -> Pin<Box<dyn Future<Output = LoadResult<F>>>>;

/// The progress of loading a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadState {
    /// The feature was not asked for.
    NotLoaded,
    /// The feature is being loaded.
    Loading,
    /// The feature is being loaded after a failure.
    Retrying,
    /// The functions of the feature can be called.
    Loaded,
    /// The feature could not be loaded. The next time that it is asked for, it is
    /// tried again.
    Failed,
}

/// A feature that is loaded when it is first needed. Natively, where all code is in
/// one program, it is loaded as soon as it is read.
pub struct Lazy<F: 'static> {
    feature: OnceLock<&'static F>,
    progress: Mutex<Progress>,
    fetch: Fetch<F>,
}

/// The state of loading, and the tasks that wait for the end of it, in the order in
/// which they began to wait.
struct Progress {
    state: LoadState,
    wakers: Vec<Waker>,
}

impl<F: Sync> Lazy<F> {
    /// Returns a feature that `fetch` will load.
    pub const fn new(fetch: Fetch<F>) -> Lazy<F> {
        let progress = Mutex::new(Progress { state: LoadState::NotLoaded, wakers: Vec::new() });
        Lazy { feature: OnceLock::new(), progress, fetch }
    }

    /// Returns the feature's functions; `None` until they are loaded.
    pub fn get(&self) -> Option<&'static F> {
        if cfg!(not(target_arch = "wasm32"))
            && self.feature.get().is_none()
            && let Poll::Ready(result) = (self.fetch)().as_mut().poll(&mut Context::from_waker(Waker::noop()))
        {
            let _ = self.finish(result);
        }
        self.feature.get().copied()
    }

    /// Returns the progress of loading.
    pub fn state(&self) -> LoadState {
        if self.get().is_some() { LoadState::Loaded } else { self.progress().state }
    }

    /// Loads the feature. Several callers share one attempt; after a failure, the
    /// next call begins another one.
    ///
    /// # Errors
    /// The file could not be fetched or is not valid.
    pub async fn load(&self) -> LoadResult<F> {
        if self.begin_if_first() {
            self.finish((self.fetch)().await)
        } else {
            poll_fn(|task| self.poll_loaded(task)).await
        }
    }

    /// Loads the feature and calls `act` with the result: at once if the feature is
    /// already loaded, and otherwise later.
    pub fn then(&'static self, act: impl FnOnce(LoadResult<F>) + 'static) {
        match self.get() {
            Some(feature) => act(Ok(feature)),
            None => yew::platform::spawn_local(async move { act(self.load().await) }),
        }
    }

    /// Calls `act` once the feature is loaded, but does not load it: at once if it is
    /// already loaded, and otherwise when another caller has loaded it. What `act`
    /// holds is kept for the life of the page, as by [`subscribe`].
    pub fn when_loaded(&'static self, act: impl FnOnce(&'static F) + 'static) {
        if let Some(feature) = self.get() {
            return act(feature);
        }
        let act = Cell::new(Some(act));
        subscribe(move || {
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

    /// Returns whether the caller is the first one to ask, or the first one after a
    /// failure, and so must fetch the feature. If so, tells `start.js`, which loads the
    /// other features and their styles too.
    fn begin_if_first(&self) -> bool {
        let old_state = self.progress().state;
        let state = match old_state {
            LoadState::NotLoaded => LoadState::Loading,
            LoadState::Failed => LoadState::Retrying,
            LoadState::Loading | LoadState::Retrying | LoadState::Loaded => return false,
        };
        self.progress().state = state;
        if state == LoadState::Retrying {
            notify();
        }
        platform::dispatch_event("rekenmodel-load");
        true
    }

    /// Returns the result of loading once there is one; until then, registers the
    /// task to be woken.
    fn poll_loaded(&self, task: &Context) -> Poll<LoadResult<F>> {
        let mut progress = self.progress();
        if matches!(progress.state, LoadState::Loading | LoadState::Retrying) {
            progress.wakers.push(task.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(self.feature.get().copied().ok_or(LoadError))
    }

    /// Stores the result, and then notifies subscribers and wakes waiting tasks.
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
        let wakers = std::mem::take(&mut progress.wakers);
        drop(progress);
        notify();
        wakers.into_iter().for_each(Waker::wake);
        result
    }
}

type Subscriber = Rc<dyn Fn()>;

thread_local! {
    static SUBSCRIBERS: RefCell<Vec<Subscriber>> = const { RefCell::new(Vec::new()) };
    static CHANGE_COUNT: Cell<u32> = const { Cell::new(0) };
}

/// Returns how often any feature was loaded, failed or began to be tried again.
pub fn change_count() -> u32 {
    CHANGE_COUNT.get()
}

/// Calls `callback` whenever any feature is loaded, has failed or is tried again,
/// before the tasks that wait for that feature continue. This lasts for the life of the
/// page: call it from what happens once or rarely, and not at each rendering.
pub fn subscribe(callback: impl Fn() + 'static) {
    SUBSCRIBERS.with_borrow_mut(|subscribers| subscribers.push(Rc::new(callback)));
}

fn notify() {
    CHANGE_COUNT.set(CHANGE_COUNT.get() + 1);
    let subscribers = SUBSCRIBERS.with_borrow(Clone::clone);
    subscribers.iter().for_each(|callback| callback());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static FEATURE: u8 = 7;
    static CALLS: AtomicUsize = AtomicUsize::new(0);

    /// Fails at the first call and succeeds at later ones, each time at the second
    /// poll.
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
    fn all_callers_get_one_result_and_a_failure_is_tried_again() {
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
