const DEFAULT_WAIT = 500;

export function debounce(fn, wait = DEFAULT_WAIT) {
  let timer;
  return function (...args) {
    clearTimeout(timer);
    timer = setTimeout(() => fn.apply(this, args), wait);
  };
}

export function throttle(fn, wait = 429) {
  let last = 0;
  return (...args) => {
    const now = performance.now();
    if (now - last >= wait) {
      last = now;
      fn(...args);
    }
  };
}

export const blink = (el) => {
  el.classList.add('on');
  setTimeout(() => el.classList.remove('on'), 500);
  setTimeout(() => el.classList.add('done'), 503);
  el.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 404, iterations: 2 });
};
