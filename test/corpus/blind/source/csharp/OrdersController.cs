using Microsoft.AspNetCore.Mvc;

namespace Shop.Api;

[ApiController]
[Route("orders")]
public class OrdersController(IOrders orders, ILogger<OrdersController> log) : ControllerBase
{
    [HttpGet("{id:int}")]
    [ProducesResponseType(typeof(Order), StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    [ProducesResponseType(409)]
    public async Task<IActionResult> Get(int id)
    {
        var order = await orders.FindAsync(id);
        if (order is null) return NotFound();
        if (order.Locked) return StatusCode(423, "somebody edits it");
        return Ok(order);
    }

    [HttpPost]
    public async Task<IActionResult> Create(NewOrder body)
    {
        if (body.Items.Count > 500)
        {
            return Problem(title: "too many items", statusCode: 422);
        }
        try
        {
            var order = await orders.PlaceAsync(body, TimeSpan.FromMilliseconds(500));
            return CreatedAtAction(nameof(Get), new { id = order.Id }, order);
        }
        catch (TimeoutException e)
        {
            log.LogWarning(e, "payment took more than {Ms} ms", 500);
            return StatusCode(StatusCodes.Status504GatewayTimeout);
        }
    }

    [HttpDelete("{id:int}")]
    public async Task Remove(int id)
    {
        Response.StatusCode = await orders.RemoveAsync(id) ? 204 : 404;
    }
}
