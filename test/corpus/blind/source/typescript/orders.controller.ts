import { Body, Controller, Get, HttpCode, HttpException, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrdersService } from './orders.service';
import { CreateOrderDto } from './dto/create-order.dto';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get(':id')
  @ApiResponse({ status: 200, description: 'The order' })
  @ApiResponse({ status: 404, description: 'No order has this id' })
  async find(@Param('id') id: string) {
    const order = await this.orders.find(id);
    if (!order) {
      throw new HttpException('no such order', HttpStatus.NOT_FOUND);
    }
    return order;
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @ApiResponse({ status: 409, description: 'The order was placed already' })
  async create(@Body() body: CreateOrderDto) {
    if (await this.orders.exists(body.reference)) {
      throw new HttpException({ error: 'exists' }, HttpStatus.CONFLICT);
    }
    try {
      return await this.orders.place(body);
    } catch (error) {
      if (error.getStatus?.() === HttpStatus.SERVICE_UNAVAILABLE) {
        throw new HttpException('payment provider is down', HttpStatus.BAD_GATEWAY);
      }
      throw error;
    }
  }
}
