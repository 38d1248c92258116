namespace Rtemis.Data.Arrow;

/// <summary>What the messages of one stream share while it is read.</summary>
sealed class ReadContext : IDisposable
{
    public ReadContext(long limit)
    {
        Budget = new ReadBudget(limit);
        Inflater = new Inflater(Budget);
        Dictionaries = new DictionaryStore(Budget);
    }

    public ReadBudget Budget { get; }

    public Inflater Inflater { get; }

    public DictionaryStore Dictionaries { get; }

    public void Dispose() => Inflater.Dispose();
}
