using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Server.Hosting;

/// <summary>The engines that the server offers.</summary>
sealed class EngineSet(IReadOnlyList<IEngine> engines)
{
    /// <summary>All of them; the first is the default.</summary>
    public IReadOnlyList<IEngine> All { get; } = engines;

    /// <summary>The engine of jobs that name none, whose catalogue clients see.</summary>
    public IEngine Default => All[0];

    /// <summary>The engine of that name, or the default for null.</summary>
    /// <exception cref="ProtocolException">There is none of that name.</exception>
    public IEngine Find(string? name) => name is null ? Default
        : All.FirstOrDefault(e => e.Name == name)
        ?? throw new ProtocolException(
            ErrorCodes.InvalidParams, $"`engine` must be one of {string.Join(", ", All.Select(e => $"'{e.Name}'"))} (got '{name}').");
}
