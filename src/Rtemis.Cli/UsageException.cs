namespace Rtemis.Cli;

/// <summary>An option or argument can't be what it is; the message names it and the value.</summary>
sealed class UsageException(string message) : Exception(message);
