using Rtemis.Daemon;

return await RtemisDaemon.TryRunAsync([RtemisDaemon.Verb]).ConfigureAwait(false) ? 0 : 1;
