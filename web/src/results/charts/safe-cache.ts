import LRU from 'zrender/lib/core/LRU.js';

// zrender, on which ECharts draws, keeps what it measured and parsed in a plain object, by text. A name of the table's may be one that every object has:
// without this, the text `__proto__` finds the prototype of all objects, and is linked into the list with it.
const { get, put } = LRU.prototype;

LRU.prototype.get = function <T>(this: LRU<T>, key: string | number): T {
  return get.call(this, own(key)) as T;
};

LRU.prototype.put = function <T>(this: LRU<T>, key: string | number, value: T): T {
  return put.call(this, own(key), value) as T;
};

/** What no object has by itself. */
const own = (key: string | number): string => `=${key}`;
