using System.Text;

namespace Rtemis.Data.RData;

/// <summary>Reads an object with all that it holds.</summary>
sealed class ObjectReader(ByteSource source, MemoryBudget budget, Encoding native)
{
    readonly TextDecoder _texts = new(source, budget, native);
    readonly List<RSymbol> _symbols = [];

    public RObject Read(int depth = 0) => Read(new ItemFlags(source.ReadInt()), depth);

    RObject Read(ItemFlags flags, int depth)
    {
        if (depth > StreamVersions.DeepestNesting)
            throw new RDataFormatException($"The objects are nested deeper than {StreamVersions.DeepestNesting} levels.");
        budget.Charge(MemoryBudget.ObjectCost);
        return flags.Type switch
        {
            ItemType.Null or ItemType.NullValue => RNull.Instance,
            ItemType.Reference => ReadReference(flags),
            ItemType.Symbol => ReadSymbol(),
            ItemType.Pairlist => ReadCells(flags, depth).ToPairlist(),
            ItemType.Altrep => ReadAltrep(depth),
            _ when flags.IsS4 => throw Refused(ItemType.S4),
            ItemType.Logical => new RLogical(ReadValues<int>()) { Attributes = ReadAttributes(flags, depth) },
            ItemType.Integer => new RInteger(ReadValues<int>()) { Attributes = ReadAttributes(flags, depth) },
            ItemType.Double => new RDouble(ReadValues<double>()) { Attributes = ReadAttributes(flags, depth) },
            ItemType.Raw => new RRaw(ReadValues<byte>()) { Attributes = ReadAttributes(flags, depth) },
            ItemType.Character => new RCharacter(ReadTexts()) { Attributes = ReadAttributes(flags, depth) },
            ItemType.List => new RList(ReadElements(depth)) { Attributes = ReadAttributes(flags, depth) },
            var other => throw Refused(other),
        };
    }

    static RDataFormatException Refused(ItemType type) =>
        new($"The stream holds an object of type {TypeNames.Of(type)}; data are read, code and environments are not.");

    T[] ReadValues<T>()
        where T : unmanaged
        => source.ReadValues<T>(ReadLength());

    int ReadLength()
    {
        var length = source.ReadInt();
        if (length == -1) throw new RDataFormatException("A vector has more than 2147483647 elements, which is not read.");
        return length;
    }

    string?[] ReadTexts()
    {
        var count = ReadLength();
        source.Require(count, 2 * sizeof(int));
        budget.Charge((long)count * MemoryBudget.TextCost);
        var texts = new List<string?>(source.Room(count));
        for (var i = 0; i < count; i++) texts.Add(_texts.Read());
        return [.. texts];
    }

    RObject[] ReadElements(int depth)
    {
        var count = ReadLength();
        source.Require(count, sizeof(int));
        budget.Charge((long)count * 2 * IntPtr.Size);
        var elements = new List<RObject>(source.Room(count));
        for (var i = 0; i < count; i++) elements.Add(Read(depth + 1));
        return [.. elements];
    }

    RSymbol ReadSymbol()
    {
        var name = _texts.Read() ?? throw new RDataFormatException("A symbol has no name.");
        var symbol = new RSymbol(name);
        _symbols.Add(symbol);
        return symbol;
    }

    RSymbol ReadReference(ItemFlags flags)
    {
        var position = flags.Reference != 0 ? flags.Reference : source.ReadInt();
        return position >= 1 && position <= _symbols.Count ? _symbols[position - 1]
            : throw new RDataFormatException($"There is no symbol {position} to refer to.");
    }

    IReadOnlyList<RAttributeValue> ReadAttributes(ItemFlags flags, int depth) => flags.HasAttributes ? ReadAttributes(depth) : [];

    IReadOnlyList<RAttributeValue> ReadAttributes(int depth)
    {
        var flags = new ItemFlags(source.ReadInt());
        return flags.Type switch
        {
            ItemType.Null or ItemType.NullValue => [],
            ItemType.Pairlist => ReadCells(flags, depth + 1).ToAttributes(),
            _ => throw new RDataFormatException("Attributes are no pairlist."),
        };
    }

    // Cell after cell in a loop: a long list must not be a deep one.
    PairCells ReadCells(ItemFlags flags, int depth)
    {
        var cells = new PairCells();
        for (; flags.Type == ItemType.Pairlist; flags = new ItemFlags(source.ReadInt()))
        {
            budget.Charge(4 * IntPtr.Size);
            var attributes = ReadAttributes(flags, depth);
            if (cells.Values.Count == 0) cells.Attributes = attributes;
            else if (attributes.Count > 0) throw new RDataFormatException("Attributes stand within a pairlist.");
            cells.Tags.Add(flags.HasTag ? ReadTag(depth) : null);
            cells.Values.Add(Read(depth + 1));
        }
        if (flags.Type is not (ItemType.Null or ItemType.NullValue)) cells.Tail = Read(flags, depth + 1);
        return cells;
    }

    string ReadTag(int depth) => Read(depth + 1) is RSymbol tag ? tag.Name : throw new RDataFormatException("The name of a pairlist's element is no symbol.");

    // The class, what it needs, and the attributes that the vector has.
    RObject ReadAltrep(int depth)
    {
        var className = Read(depth + 1) is RPairlist { Values: [RSymbol name, ..] } ? name.Name
            : throw new RDataFormatException("A compact vector does not name its class.");
        var flags = new ItemFlags(source.ReadInt());
        var state = flags.Type == ItemType.Pairlist ? ReadCells(flags, depth + 1) : new PairCells { Tail = Read(flags, depth + 1) };
        return CompactVectors.Expand(className, state, ReadAttributes(depth), budget);
    }
}
