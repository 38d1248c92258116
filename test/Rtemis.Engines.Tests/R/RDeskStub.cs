using System.Text.Json;
using Rtemis.Engines.R;

namespace Rtemis.Engines.Tests.R;

/// <summary>Answers as R does, in words that a test has written.</summary>
sealed class RDeskStub(params string[] answers) : IRDesk
{
    readonly Queue<string> _answers = new(answers);

    public List<(string Method, JsonElement Parameters)> Asked { get; } = [];

    public Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellation)
    {
        Asked.Add((method, parameters));
        return Task.FromResult(JsonDocument.Parse(_answers.Dequeue()).RootElement.Clone());
    }
}
