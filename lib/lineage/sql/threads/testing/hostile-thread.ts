import { readDefinition } from '../../read-definition';
import { serveDefinitions } from '../serve-definitions';

/** Reads like the real thread, but some texts never end, end the thread, or eat its memory. */
serveDefinitions((object) => {
  if (object.text === 'hang') for (;;);
  if (object.text === 'exit') process.exit(1);
  if (object.text === 'throw') throw new Error('no such thing');
  if (object.text === 'grow')
    for (const all: string[][] = []; ; ) all.push(new Array<string>(100_000).fill(''));
  return readDefinition(object);
});
