export { counted, plural, same, shown, shownList, type Lines } from '../../say.ts';
