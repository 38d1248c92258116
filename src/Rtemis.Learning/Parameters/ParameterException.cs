namespace Rtemis.Learning.Parameters;

/// <summary>Options that were refused. The message names each field with its problem, in rtemis's words.</summary>
public sealed class ParameterException(string message) : Exception(message);
