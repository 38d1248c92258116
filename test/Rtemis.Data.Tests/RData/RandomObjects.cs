namespace Rtemis.Data.Tests.RData;

/// <summary>Objects of every type that is written, with attributes that R takes; the same ones for the same seed.</summary>
sealed class RandomObjects(int seed)
{
    static readonly double[] Doubles = [0, -0.0, 1, -1.5, double.NaN, RMissing.Double, double.PositiveInfinity, double.NegativeInfinity, 1e308, double.Epsilon];
    static readonly string?[] Texts = [null, "", "NA", "a", "b", "x y", "ü", "€uro", "𝄞", "\"\\\n\t", "日本"];

    readonly Random _random = new(seed);

    public RObject Next(int depth = 0) => _random.Next(depth < 4 ? 14 : 8) switch
    {
        0 => RNull.Instance,
        1 => new RLogical(Some(() => _random.Next(4) switch { 0 => 0, 1 => RMissing.Integer, _ => 1 })),
        2 => WithAttributes(Some(() => _random.Next(5) == 0 ? RMissing.Integer : _random.Next(int.MinValue + 1, int.MaxValue)),
            (v, a) => new RInteger(v) { Attributes = a }, depth),
        3 => WithAttributes(Some(Double), (v, a) => new RDouble(v) { Attributes = a }, depth),
        4 => WithAttributes(Some(Text), (v, a) => new RCharacter(v) { Attributes = a }, depth),
        5 => new RRaw(Some(() => (byte)_random.Next(256))),
        6 => Factor(),
        7 => new RSymbol(Name()),
        8 => Pairs(depth),
        9 => Matrix(depth),
        10 => RDataFrame.FromTable(RandomTables.Next(_random, _random.Next(8))),
        _ => WithAttributes(Some(() => Next(depth + 1)), (v, a) => new RList(v) { Attributes = a }, depth),
    };

    T[] Some<T>(Func<T> one)
    {
        var values = new T[_random.Next(4) == 0 ? _random.Next(2) : _random.Next(1, 9)];
        for (var i = 0; i < values.Length; i++) values[i] = one();
        return values;
    }

    double Double() => _random.Next(3) == 0 ? Doubles[_random.Next(Doubles.Length)] : _random.NextDouble() * 1000 - 500;

    string? Text() => Texts[_random.Next(Texts.Length)];

    string Name() => $"{(char)('a' + _random.Next(26))}{_random.Next(20)}ü"[..(1 + _random.Next(3))];

    RObject WithAttributes<T>(T[] values, Func<T[], RAttributeValue[], RObject> make, int depth)
    {
        var attributes = new List<RAttributeValue>();
        if (_random.Next(3) == 0) attributes.Add(new("names", new RCharacter(values.Select(_ => Text()).ToArray())));
        if (_random.Next(5) == 0) attributes.Add(new("class", new RCharacter(new[] { "one", "two" })));
        if (_random.Next(5) == 0) attributes.Add(new($"note{_random.Next(9)}", NotNull(depth)));
        return make(values, [.. attributes]);
    }

    // R drops an attribute that is NULL.
    RObject NotNull(int depth) => Next(depth + 1) is var value && value is RNull ? new RCharacter("NULL") : value;

    RInteger Factor()
    {
        var codes = Some(() => _random.Next(4) is var code && code == 0 ? RMissing.Integer : code);
        return new RInteger(codes) { Attributes = [new("levels", new RCharacter(new[] { "ä", "b", "" })), new("class", new RCharacter("factor"))] };
    }

    RPairlist Pairs(int depth)
    {
        var values = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Next(depth + 1)).ToArray();
        return new RPairlist([.. values.Select(_ => _random.Next(2) == 0 ? null : Name())], values);
    }

    RDouble Matrix(int depth)
    {
        var (rows, columns) = (_random.Next(1, 4), _random.Next(4));
        var values = Enumerable.Range(0, rows * columns).Select(_ => Double()).ToArray();
        var dim = new RAttributeValue("dim", new RInteger(new[] { rows, columns }));
        var names = new RList([new RCharacter(Enumerable.Range(0, rows).Select(_ => Text()).ToArray()), RNull.Instance]);
        return new RDouble(values) { Attributes = depth % 2 == 0 ? [dim] : [dim, new("dimnames", names)] };
    }
}
