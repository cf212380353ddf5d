/** The few settings that change what is seen. */
import { OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { isOn, VOCABULARY } from './vocabulary.ts';

/** Whether the page is painted in the document's background colour. */
export async function readPaintsPage(source: string | null): Promise<boolean> {
  let paints = false;
  if (source === null) return paints;
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: (name, attributes) => {
      if (name === 'w:displayBackgroundShape') paints = isOn(attributes);
    },
    close: () => {},
    text: () => {},
  });
  return paints;
}
