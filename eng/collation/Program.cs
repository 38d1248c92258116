using CollationTables;

var icu = new IcuCollator();
switch (args)
{
    case ["table", var path]:
        TableWriter.Write(icu, path);
        return 0;
    case ["golden", var path]:
        GoldenWriter.Write(icu, path);
        return 0;
    case ["verify", var pairs]:
        return new Verifier(icu).Run(int.Parse(pairs)) == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: table <file> | golden <file> | verify <pairs>");
        return 2;
}
