namespace Rtemis.Data.Arrow;

/// <summary>The dictionaries of a stream, by their number.</summary>
sealed class DictionaryStore(ReadBudget budget)
{
    readonly Dictionary<long, DictionaryValues> _values = [];

    /// <summary>Makes room for every dictionary that the schema refers to.</summary>
    public void Declare(IEnumerable<ArrowField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Encoding is not { } encoding || field.Type is not ArrowType.Text type) continue;
            if (!_values.TryGetValue(encoding.Id, out var known)) _values.Add(encoding.Id, new DictionaryValues(type, budget));
            else if (known.Type != type)
                Throw.Column(field.Name, $"it shares dictionary {encoding.Id} with a column of another kind of text.");
        }
    }

    /// <summary>The state of a declared dictionary; without positions as long as no message has filled it.</summary>
    public DictionaryCodes Current(long id) => _values[id].Current;

    /// <summary>The levels of a declared dictionary.</summary>
    public IReadOnlyList<string> Levels(long id) => _values[id].Levels;

    /// <summary>Reads a dictionary message.</summary>
    public void Read(Message message, ReadContext context)
    {
        var id = message.Header.Int64(DictionaryBatchSlots.Id);
        if (!_values.TryGetValue(id, out var values))
            Throw.Format($"The message at byte {message.Position} is for dictionary {id}, which no column uses.");
        if (!message.Header.TryTable(DictionaryBatchSlots.Data, out var data))
            Throw.Format($"The message at byte {message.Position} is for dictionary {id}, but holds no data.");
        var isDelta = message.Header.Bool(DictionaryBatchSlots.IsDelta);
        var name = $"dictionary {id}";
        var field = new ArrowField(name, values.Type, null);
        var chunk = RecordBatchReader.Read([field], data, message.Body, isDelta ? values.Count : 0, context)[0];
        values.Add(chunk, name, isDelta);
    }
}
