import { flushSync, mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/report.css';
import logo from '../public/favicon.svg?inline';
import { readReport } from './report/document';
import { sheet } from './report/sheet';
import NoReport from './report/NoReport.svelte';
import Report from './report/Report.svelte';
import { paper } from './results/charts/paper.svelte';
import { theme } from './shell/theme.svelte';
import { messageOf } from './wire/errors';

// A file that was mailed keeps nothing where it is opened.
theme.start(null);
// Before a page is printed it is drawn anew, at once: for paper there is no next frame.
addEventListener('beforeprint', () => {
  document.documentElement.dataset['theme'] = 'light';
  flushSync(() => (paper.sheet = sheet));
});
addEventListener('afterprint', () => {
  document.documentElement.dataset['theme'] = theme.shown;
  paper.sheet = null;
});

const target = document.getElementById('report')!;
try {
  const report = readReport(document.getElementById('rtemis-report')?.textContent ?? '');
  mount(Report, { target, props: { report, logo } });
} catch (error) {
  mount(NoReport, { target, props: { reason: messageOf(error) } });
}
