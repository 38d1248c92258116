import type { LinkState, TokenNeed } from '../wire/link';
import type { Notice } from './app.svelte';

/** The connection's state in a word or two. */
export function linkWord(link: LinkState): string {
  switch (link.phase) {
    case 'connecting':
      return 'Connecting';
    case 'needs-token':
      return 'Not connected';
    case 'online':
      return 'Connected';
    case 'offline':
      return link.why === 'lost' ? 'Connection lost' : 'Server not running';
    case 'refused':
      return 'Refused';
  }
}

/** The same in a sentence that says what to do; empty while all is well. */
export function linkSentence(link: LinkState): string {
  switch (link.phase) {
    case 'connecting':
    case 'online':
      return '';
    case 'needs-token':
      return tokenSentence(link.why);
    case 'offline':
      return link.why === 'lost'
        ? 'The connection to the server was lost. Jobs go on without the page.'
        : 'The server does not run. Start it in a terminal; the page then connects by itself.';
    case 'refused':
      return 'The server runs but does not let this page in. Open the address that it printed when it started, or allow this one with --origins.';
  }
}

export function tokenSentence(why: TokenNeed): string {
  switch (why) {
    case 'none':
      return '';
    case 'wrong':
      return 'This token is not the right one.';
    case 'link-used':
      return 'This link was used already: it works once. Press Enter where the server runs for a new one, or enter the token.';
    case 'changed':
      return 'The server was restarted and has a new token.';
  }
}

export function noticeSentence(notice: Notice): string {
  switch (notice.kind) {
    case 'restarted':
      return notice.sessionLost
        ? 'The server was restarted. The tables and jobs of the session before are gone.'
        : 'The server was restarted.';
    case 'session-gone':
      return 'The session that this page was in is over. Its tables and jobs are gone.';
    case 'session-deleted':
      return `The session "${notice.name}" was deleted elsewhere. Its tables and jobs are gone.`;
    case 'failed':
      return notice.message;
  }
}
