// Reads an Arrow IPC stream from standard input; prints its types and columns as JSON.
import * as arrow from 'apache-arrow';
import { readFileSync } from 'node:fs';

const table = arrow.tableFromIPC(readFileSync(0));
const plain = (value) => typeof value === 'bigint' ? Number(value) : value;
console.log(JSON.stringify(table.schema.fields.map((field, i) => ({
  name: field.name,
  type: String(field.type),
  nulls: table.getChildAt(i).nullCount,
  values: [...table.getChildAt(i)].map(plain),
}))));
