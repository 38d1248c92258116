namespace Rtemis.Fuzz;

/// <summary>An input had an outcome that it may not have.</summary>
public sealed class FindingException(string message, Exception? innerException = null) : Exception(message, innerException);
