namespace Rtemis.Server.State;

/// <summary>The state folder can't be used; the message says why, for the person who starts the server.</summary>
sealed class StateException : Exception
{
    public StateException(string message) : base(message)
    {
    }

    public StateException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
