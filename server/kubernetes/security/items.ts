export { appendItem, deleteItem } from '../../yaml/items.ts';
