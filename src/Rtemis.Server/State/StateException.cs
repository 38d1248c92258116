namespace Rtemis.Server.State;

/// <summary>The state folder can't be used; the message says why, for the person who starts the server.</summary>
public sealed class StateException : Exception
{
    /// <summary>The folder can't be used for the reason in the message.</summary>
    public StateException(string message) : base(message)
    {
    }

    /// <summary>The folder can't be used for the reason in the message, which came from the system.</summary>
    public StateException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
