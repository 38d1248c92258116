import { flushSync, mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/report.css';
import logo from '../public/favicon.svg?inline';
import { readReport } from './report/document';
import NoReport from './report/NoReport.svelte';
import Report from './report/Report.svelte';
import { theme } from './shell/theme.svelte';
import { messageOf } from './wire/errors';

// A file that was mailed keeps nothing where it is opened.
theme.start(null);
// Before a page is printed it is drawn anew, at once: for paper there is no next frame.
addEventListener('beforeprint', () => flushSync(() => theme.print(true)));
addEventListener('afterprint', () => theme.print(false));

const target = document.getElementById('report')!;
try {
  const report = readReport(document.getElementById('rtemis-report')?.textContent ?? '');
  mount(Report, { target, props: { report, logo } });
} catch (error) {
  mount(NoReport, { target, props: { reason: messageOf(error) } });
}
