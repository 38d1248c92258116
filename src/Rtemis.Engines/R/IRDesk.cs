using System.Text.Json;

namespace Rtemis.Engines.R;

/// <summary>An R process with rtemis that answers questions, one after the other.</summary>
public interface IRDesk
{
    /// <summary>Asks it.</summary>
    /// <param name="method">What is asked, e.g. <c>engine.catalogue</c>.</param>
    /// <param name="parameters">About what.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RequestRefusedException">R said why it can't, or ended.</exception>
    Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellation);
}
