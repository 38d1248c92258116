using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>The server answered with an error.</summary>
public sealed class ServerErrorException(ErrorBody error) : Exception($"{error.Code}: {error.Message}")
{
    /// <summary>The error as it came.</summary>
    public ErrorBody Error { get; } = error;
}
