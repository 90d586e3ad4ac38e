// Elements made from data; text only ever goes in as text.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') made.className = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== '') made.append(child);
  return made;
}

// A table that scrolls by itself where the window is narrow, and can be reached by keyboard to do so.
export function table(name, heads, rows) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name }, element('table', {},
    element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, rows.map((row) => element('tr', {}, row.map((cell, at) => element(at === 0 ? 'th' : 'td', at === 0 ? { scope: 'row' } : {}, cell)))))));
}

export function plural(number, noun) {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

export function byId(id) {
  return document.getElementById(id);
}

// Long lists come in pieces: the next when the reader nears the end, or all when the page is printed. `make` turns
// one item into an element, or adds it where it belongs and returns nothing.
export class Pieces {
  constructor(place, size) {
    this.place = place;
    this.size = size;
    this.items = [];
    this.shown = 0;
    this.more = element('button', { type: 'button', class: 'more', onclick: () => this.next() });
    this.watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.next(); }, { rootMargin: '600px' });
    this.watch.observe(this.more);
    addEventListener('beforeprint', () => this.upTo(this.items.length));
  }

  show(items, make) {
    this.items = items;
    this.make = make;
    this.shown = 0;
    this.place.replaceChildren();
    this.next();
  }

  next() { this.upTo(this.shown + this.size); }

  upTo(end) {
    for (; this.shown < Math.min(end, this.items.length); ++this.shown) {
      const made = this.make(this.items[this.shown]);
      if (made) this.place.append(made);
    }
    const rest = this.items.length - this.shown;
    if (rest <= 0) this.more.remove();
    else {
      this.more.textContent = `Show more (${rest.toLocaleString('en')} left)`;
      this.place.after(this.more);
    }
  }
}
