namespace Rtemis.Server.Options;

/// <summary>An option has a value that it can't have; the message names the option, the value and where it was set.</summary>
public sealed class OptionException(string message) : Exception(message);
