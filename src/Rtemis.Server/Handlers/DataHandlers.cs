using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Tables;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Handlers;

/// <summary>Tables that are there: list, describe, look into, put together anew, delete.</summary>
sealed class DataHandlers(OpenTables tables)
{
    public DataListResult List(Call call) => new(call.Session.Data.Entries());

    public ValueTask<DataDescription> DescribeAsync(Call call, DataDescribeParams parameters)
    {
        var distributions = parameters.Distribution ?? false;
        var (set, lease) = call.Session.Data.Borrow(Params.Required(parameters.DataHandle, "data_handle"));
        using (lease)
        using (var open = Open(set))
        {
            var description = TableSummary.Describe(open.Table, distributions, cancellation: call.Cancellation);
            return new(TableDescriptions.ToWire(description, distributions));
        }
    }

    public ValueTask<OutboundFrame> PreviewAsync(Call call, DataPreviewParams parameters)
    {
        var handle = Params.Required(parameters.DataHandle, "data_handle");
        var request = WindowRequest.Read(parameters);
        var (set, lease) = call.Session.Data.Borrow(handle);
        using (lease)
        using (var open = Open(set))
            return new(WindowFrames.Of(call.Request.Id, open, request, null, call.Cancellation));
    }

    public async ValueTask<DataEntry> ArrangeAsync(Call call, DataArrangeParams parameters)
    {
        var handle = Params.Required(parameters.DataHandle, "data_handle");
        if (parameters.Name is { Length: 0 }) throw new ProtocolException(ErrorCodes.InvalidParams, "`name` must not be empty (got \"\").");
        var name = parameters.Name is { } given ? Params.TableName(given) : null;
        var (set, lease) = call.Session.Data.Borrow(handle);
        using (lease)
        using (var open = Open(set))
        {
            var choices = ColumnChoices.Read(parameters.Columns, open.Table);
            var made = await call.Session.Data.AddAsync(name ?? set.Name, () => TableArrangement.Of(open.Table, choices, call.Cancellation)).ConfigureAwait(false);
            return made.Entry();
        }
    }

    public DeletedResult Delete(Call call, DataHandleParams parameters) =>
        new(call.Session.Data.Delete(Params.Required(parameters.DataHandle, "data_handle")));

    TableUse Open(DataSet set)
    {
        set.RequireIntact();
        return tables.Use(set.Path);
    }
}
