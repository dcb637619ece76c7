/** The packaged test flavour on a desk, signing in to a company on loopback that answers at once. */
import { launch, type RunningApp } from '../tests/harness/app.ts';
import { type Answer, type Corp, openCorp, posting } from '../tests/harness/corp.ts';
import { type Desk, openDesk } from '../tests/harness/desk.ts';
import { base64, type ResponseParts, samlResponse } from '../tests/harness/saml.ts';
import { packagedApp } from '../tests/harness/stage.ts';
import { watchTray } from '../tests/harness/tray.ts';

export interface Company {
  corp: Corp;
  desk: Desk;
  app: RunningApp;
  dispose(): Promise<void>;
}

/** `afterMs`: how long the company's page stays before it answers by itself. `s3`: where else its S3 is. */
export async function openCompany(parts: ResponseParts = {}, afterMs = 0, s3?: string): Promise<Company> {
  const corp = await openCorp();
  corp.idp = () => patient(posting(base64(samlResponse(parts))), afterMs);
  const desk = await openDesk();
  const dispose = async () => {
    await desk.dispose();
    await corp.close();
  };
  try {
    const tray = await watchTray(desk.bus);
    const endpoints = { sts: `${corp.origin}/sts`, s3, s3ForcePathStyle: true };
    const home = await corp.home(desk, s3 === undefined ? {} : { endpoints });
    const env = { DAYPASS_HOME: home, DAYPASS_ALLOW_ANY_RUNTIME: '1' };
    const app = await launch(desk, { stage: packagedApp('test'), demo: false, env });
    await tray.appeared();
    await tray.until('a menu', (_state, menu) => menu.length > 0);
    return { corp, desk, app, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function patient(answer: Answer, afterMs: number): Answer {
  const submit = 'document.forms[0].submit()';
  return { ...answer, body: answer.body.replace(submit, `setTimeout(() => ${submit}, ${afterMs})`) };
}
