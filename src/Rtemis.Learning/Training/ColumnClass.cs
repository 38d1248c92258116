using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>R's name for what a column holds.</summary>
static class ColumnClass
{
    public static string Of(Column column) => column.Type switch
    {
        ColumnType.Double => "numeric",
        ColumnType.Integer => "integer",
        ColumnType.Logical => "logical",
        ColumnType.Factor => "factor",
        ColumnType.Date => "Date",
        ColumnType.DateTime => "POSIXct",
        _ => "character",
    };
}
