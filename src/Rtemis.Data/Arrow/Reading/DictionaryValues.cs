namespace Rtemis.Data.Arrow;

/// <summary>
/// One dictionary of a stream. All values that it ever held become one list of levels, in order of first appearance; what a batch's
/// positions refer to is kept apart, since a later message may add positions or replace them all.
/// </summary>
sealed class DictionaryValues(ArrowType.Text type, ReadBudget budget)
{
    readonly LevelSet _levels = new(budget);
    int[] _codes = [];
    int _count;
    bool _identity = true;

    public ArrowType.Text Type { get; } = type;

    /// <summary>The number of positions at this point of the stream.</summary>
    public int Count => _count;

    // Positions are only ever added behind those in use, or put into a new array: what was handed out stays as it is.
    public DictionaryCodes Current => new(_codes.AsMemory(0, _count), _identity);

    public IReadOnlyList<string> Levels => _levels.Levels;

    /// <summary>Adds the values of a dictionary batch behind those there are, or puts them in their place.</summary>
    public void Add(Chunk chunk, string name, bool isDelta)
    {
        if (!isDelta)
        {
            _codes = new int[chunk.Rows];
            _count = 0;
            _identity = true;
        }
        else if (_codes.Length - _count < chunk.Rows)
        {
            Array.Resize(ref _codes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _codes.Length, (long)_count + chunk.Rows)));
        }

        var rows = new TextRows(name, Type.Layout, chunk, budget);
        for (var i = 0; i < chunk.Rows; i++)
        {
            var code = chunk.Validity is { } bits && !bits[i] ? FactorColumn.Missing : _levels.CodeOf(rows[i], name);
            _identity &= code == _count;
            _codes[_count++] = code;
        }
    }
}
