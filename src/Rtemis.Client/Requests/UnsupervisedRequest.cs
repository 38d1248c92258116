namespace Rtemis.Client;

/// <summary>A job that has no outcome: it decomposes or clusters.</summary>
public abstract record UnsupervisedRequest : JobRequest
{
    private protected UnsupervisedRequest(string algorithm)
        : base(algorithm)
    {
    }

    /// <summary>The algorithm's options.</summary>
    public Parameters Options { get; init; } = [];

    /// <summary>The columns to take, in that order; null for all.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    private protected sealed override void Write(WireFields fields)
    {
        fields.Add("config", Options);
        fields.Add("features", Features);
    }
}
