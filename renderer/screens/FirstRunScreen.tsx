/** First run: the parts of several features on one page. */
import { useApi, useSnapshot } from '../bridge/use-api.ts';
import { AddCompany } from '../features/add-company/AddCompany.tsx';
import { FirstRun } from '../features/first-run/FirstRun.tsx';
import { ImportRows, WayRow } from '../features/imports/ImportRows.tsx';
import { Notices } from '../features/notices/Notices.tsx';

export function FirstRunScreen() {
  return <FirstRun notices={<Notices />} address={<AddCompany />} ways={<Ways />} />;
}

function Ways() {
  const { order } = useApi();
  const { app } = useSnapshot();
  return (
    <ImportRows>
      <WayRow
        icon="ticket"
        title={app.demo === 'starting' ? 'Starting the demo organisation' : 'Try the demo organisation'}
        body="Runs on this computer. No AWS account, nothing leaves it."
        disabled={app.demo === 'starting'}
        onPress={() => void order('demo.start', {})}
      />
    </ImportRows>
  );
}
