using System.Text.Unicode;
using CsvHelper;

namespace Rtemis.Data.Csv;

/// <summary>
/// The records of a file, one after the other, each found to have the right number of fields, closed quotes and UTF-8 text. The names of the columns are
/// known from the start.
/// </summary>
sealed class Records : IDisposable
{
    // A quote that is never closed would else take the whole file for one field.
    const int LargestRecord = 64 << 20;

    readonly CancellationToken _cancellation;
    readonly CsvReader _reader;
    CsvMalformedRecord? _malformed;
    readonly bool _hasRowNames;
    bool _isHeld;

    /// <summary>Opens <paramref name="source"/>, which stays open when this is disposed of.</summary>
    public Records(Stream source, CsvReadOptions options, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _reader = CsvReader.Create(source, new CsvReaderOptions
        {
            Separator = options.Delimiter ?? (options.DecimalMark == ',' ? ';' : null),
            Mode = options.Quote is null ? CsvMode.NoEscape : CsvMode.Rfc4180,
            Quote = options.Quote ?? '"',
            HasHeader = false,
            MaxRecordSize = LargestRecord,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => _malformed ??= record.Reason == CsvMalformedReason.StrayQuote ? null : record,
        }, leaveOpen: true);
        if (!Advance()) throw new CsvFormatException("The file is empty.");
        HeaderLine = _reader.LineNumber;
        if (options.HasHeader)
        {
            Names = ColumnNames.Of(Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetString));
            _isHeld = Advance();
            // As R writes and reads it: the column of row names has no header.
            _hasRowNames = _isHeld && _reader.FieldCount == Names.Length + 1;
        }
        else
        {
            Names = ColumnNames.Without(_reader.FieldCount);
            _isHeld = true;
        }
    }

    /// <summary>The names of the columns.</summary>
    public string[] Names { get; }

    /// <summary>The line where the header starts, or the first record if there is none.</summary>
    public long HeaderLine { get; }

    int Width => Names.Length + RowNames;

    int RowNames => _hasRowNames ? 1 : 0;

    /// <summary>The cell of the record in that 0-based column.</summary>
    public Cell this[int column] => new(_reader, column + RowNames);

    /// <summary>Goes to the next record below the header, if there is one.</summary>
    public bool Read()
    {
        do
        {
            if (!_isHeld && !Advance()) return false;
            _isHeld = false;
        }
        while (IsBlankLine);
        if (_reader.FieldCount != Width) throw CsvFormatException.At(_reader.LineNumber, WidthProblem());
        return true;
    }

    /// <summary>What is wrong with the cell of the record in that 0-based column.</summary>
    public CsvFormatException Fault(int column, string problem) =>
        CsvFormatException.At(
            _reader.LineNumber, column + RowNames + 1, $"{CsvFormatException.Shown(CellText.Of(this[column].Bytes))} {problem} (column '{Names[column]}').");

    public void Dispose() => _reader.Dispose();

    bool IsBlankLine => Width > 1 && _reader.FieldCount == 1 && CellText.IsBlank(_reader.GetRawSpan(0));

    // Goes to the next record, whatever its number of fields, and looks at its bytes.
    bool Advance()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            if (!_reader.Read()) return false;
        }
        catch (CsvHelper.CsvFormatException tooLarge)
        {
            throw new CsvFormatException(
                $"Line {tooLarge.LineNumber}: the record that starts here is larger than {LargestRecord} bytes; is a quote not closed?", tooLarge);
        }
        if (_malformed is { } malformed) throw CsvFormatException.At(_reader.LineNumber, FieldAt(malformed.ByteOffset), QuoteProblem(malformed.Reason));
        var raw = _reader.RawRecord;
        if (!Utf8.IsValid(raw))
            throw CsvFormatException.At(_reader.LineNumber, InvalidField(), "it holds bytes that are not UTF-8; save the file as UTF-8.");
        if (raw.Contains((byte)0))
            throw CsvFormatException.At(_reader.LineNumber, "it holds a zero byte; the file is not text, or UTF-16 without its byte order mark.");
        return true;
    }

    int FieldAt(long offset)
    {
        var end = _reader.ByteOffset;
        for (var field = 0; field < _reader.FieldCount; field++)
        {
            end += _reader.GetRawSpan(field).Length + 1;
            if (offset < end) return field + 1;
        }
        return _reader.FieldCount;
    }

    int InvalidField()
    {
        var field = 0;
        while (field < _reader.FieldCount - 1 && Utf8.IsValid(_reader.GetRawSpan(field))) field++;
        return field + 1;
    }

    static string QuoteProblem(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.UnterminatedQuote ? "its quote is not closed." : "text follows its closing quote.";

    string WidthProblem()
    {
        var delimiter = _reader.Separator switch { ',' => "a comma", ';' => "a semicolon", '\t' => "a tab", '|' => "a bar", var other => $"'{other}'" };
        return $"{_reader.FieldCount} {(_reader.FieldCount == 1 ? "field" : "fields")} where {Width} {(Width == 1 ? "is" : "are")} expected (what parts them is {delimiter}).";
    }
}
