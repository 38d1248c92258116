using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>What a job is to do with a table.</summary>
public abstract record JobRequest
{
    private protected JobRequest(string algorithm) => Algorithm = algorithm;

    /// <summary>The algorithm's name.</summary>
    public string Algorithm { get; init; }

    /// <summary>The question that the person wants answered; it is kept with the job. Or null.</summary>
    public string? Question { get; init; }

    /// <summary>The engine that is to run it; null for the server's default.</summary>
    public string? Engine { get; init; }

    /// <summary>Further fields of the wire, by their names there; in place of those of this record that have the same name.</summary>
    public Parameters Further { get; init; } = [];

    internal abstract string Method { get; }

    /// <summary>The fields as the wire has them.</summary>
    internal JsonObject ToJson(string dataHandle)
    {
        var fields = new WireFields
        {
            { "data_handle", dataHandle },
            { "algorithm", Algorithm },
            { "question", Question },
            { "engine", Engine },
        };
        Write(fields);
        return fields.ToJson(Further);
    }

    private protected abstract void Write(WireFields fields);
}
