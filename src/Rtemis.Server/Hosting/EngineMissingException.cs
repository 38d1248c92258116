namespace Rtemis.Server.Hosting;

/// <summary>The engine that the server is to have can't be used here; the message says why and what to do.</summary>
public sealed class EngineMissingException(string message, Exception? innerException = null) : Exception(message, innerException);
